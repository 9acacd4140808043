export { launchBrowser } from '../../tools/launch-browser.js';
