import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({
      template: { compilerOptions: { isCustomElement: (name) => name.startsWith('tandem-') } },
    }),
  ],
  // Else the file of its worker is not found beside it while developing.
  optimizeDeps: { exclude: ['tandem-tco'] },
});
