import { answerRequest } from './calculate-request.ts';
import type { CalculationRequest } from './messages.ts';

self.addEventListener('message', (event: MessageEvent<CalculationRequest>) => {
  answerRequest(event.data, (message) => self.postMessage(message));
});
