import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped anywhere on an element. */
export class FileDropController implements ReactiveController {
  /** Whether files may be dropped at the moment. */
  isWelcome = false;
  readonly #host: HTMLElement;
  readonly #take: (files: readonly File[]) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, take: (files: readonly File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#onDrag);
    this.#host.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#onDrag);
    this.#host.removeEventListener('drop', this.#onDrop);
  }

  readonly #onDrag = (event: DragEvent): void => {
    if (!this.isWelcome || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };

  readonly #onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!this.isWelcome || files.length === 0) return;
    event.preventDefault();
    this.#take(files);
  };
}
