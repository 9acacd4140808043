import { openFromAddress } from './open-from-address.ts';
import { reportHeight } from './report-height.ts';

const calculator = document.querySelector('tandem-calculator');
const notice = document.querySelector('#notice');

function open(): void {
  if (calculator === null || notice === null) return;
  notice.textContent = '';
  openFromAddress(calculator, location).catch((error: unknown) => {
    notice.textContent = error instanceof Error ? error.message : String(error);
  });
}

window.addEventListener('hashchange', open);
open();
reportHeight();
