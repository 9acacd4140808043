import type { TandemCalculator } from '../components/tandem-calculator.ts';
import { saveFile } from '../components/save-file.ts';
import { citation } from '../present/citation.ts';

/** Connects what stands in the page around the calculator: `data-do` says what a button or link does. */
export function connectActions(calculator: TandemCalculator, said: Element | null): void {
  const actions: Readonly<Record<string, () => Promise<string>>> = {
    'save-result': async () => {
      const text = await (await calculator.exportAs('result')).text();
      return saveFile(text, `${calculator.result?.manifest.scenario.name ?? ''} result`);
    },
    'copy-citation': async () => {
      const { result } = calculator;
      if (result === null) throw new Error('there is no result yet');
      const text = citation(result, location.href);
      try {
        await navigator.clipboard.writeText(text);
        return `Copied: ${text}`;
      } catch {
        // A page may be refused the clipboard.
        return text;
      }
    },
    'show-inputs': async () => {
      await calculator.showInputs();
      return '';
    },
  };
  for (const [name, act] of Object.entries(actions)) {
    const element = document.querySelector(`[data-do=${name}]`);
    element?.addEventListener('click', (event) => {
      event.preventDefault();
      void act().then(
        (text) => tell(text),
        (error: Error) => tell(error.message),
      );
    });
  }

  function tell(text: string): void {
    if (said !== null) said.textContent = text;
  }
}
