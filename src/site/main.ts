import './site.css';
import '../entries/define.ts';
import { connectActions } from './page-actions.ts';
import { keepAddress } from './keep-address.ts';
import { scenarios } from './scenarios.ts';

function connect(): void {
  const calculator = document.querySelector('tandem-calculator');
  if (calculator === null) return;
  calculator.offered = scenarios;
  keepAddress(calculator, document.querySelector('#notice'));
  connectActions(calculator, document.querySelector('#done'));
}

// Fetched beside the page, so that the two do not block it together.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', connect);
else connect();
// All that is folded is printed.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
