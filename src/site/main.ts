import './site.css';
import '../entries/define.ts';
import { connectActions } from './page-actions.ts';
import { keepAddress } from './keep-address.ts';
import { scenarios } from './scenarios.ts';

const calculator = document.querySelector('tandem-calculator');
if (calculator !== null) {
  calculator.offered = scenarios;
  keepAddress(calculator, document.querySelector('#notice'));
  connectActions(calculator, document.querySelector('#done'));
}
// All that is folded is printed.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
