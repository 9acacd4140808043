import { defineConfig } from 'vite';

export default defineConfig({
  // Else the file of its worker is not found beside it while developing.
  optimizeDeps: { exclude: ['tandem-tco'] },
});
