import { ChoiceMapError } from '../analysis/choice-map-error.ts';
import { NotFiniteError } from '../analysis/run-data.ts';
import { RunError } from '../engine/interpreter.ts';
import type { Recording } from '../engine/recording.ts';
import type { RunMemory } from '../engine/run-memory.ts';
import { arraysOf } from './arrays-of.ts';
import { computeShare } from './compute-share.ts';
import { fetchPart, PartMissing } from './fetch-part.ts';
import { leadRun } from './lead-run.ts';
import type { Helpers } from './lead-run.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Prepared } from './prepare.ts';
import type { PrepareRequested } from './prepare-requested.ts';
import type { RunRequest } from './run-request.ts';
import type { RunOutcome } from './runner.ts';

/** What a run needs of the place where it happens. */
export interface RunSetting {
  /** Arrays in `transfer` are handed over, not copied. */
  readonly send: (message: FromThread, transfer: readonly ArrayBuffer[]) => void;
  /** Lets the place do something else between two slices. */
  readonly pause: () => Promise<void>;
  readonly prepare: PrepareRequested;
  /** Settles when the thread has set itself up. */
  readonly begun?: Promise<unknown>;
  /** Blocks between two pauses: about half a millisecond each. */
  readonly blocksASlice: number;
}

let fetching: Promise<typeof import('./after-picture.ts')> | null = null;

/**
 * Kept, although a browser loads a module once: to be told again of what it has, a worker waits for
 * the page's own thread, which is at its busiest while a slider moves. What failed is tried again.
 */
function afterPicture(): Promise<typeof import('./after-picture.ts')> {
  fetching ??= fetchPart(import('./after-picture.ts')).catch((error: unknown) => {
    fetching = null;
    throw error;
  });
  return fetching;
}

/** Faults whose message says all that is to be said. */
const knownFaults = [RunError, NotFiniteError, ChoiceMapError, PartMissing];

/** A run, or a share of one, that is under way in this thread. */
interface Job {
  readonly id: number;
  cancelled: boolean;
  /** Shares that other threads have computed, and who waits for them. */
  readonly received: Recording[];
  arrived: () => void;
  helped: (blocks: number) => void;
}

/** Answers requests for runs wherever it stands: in a worker, or in the page's own thread. */
export class RunServer {
  readonly #setting: RunSetting;
  readonly #jobs = new Map<number, Job>();
  #memory: RunMemory | null = null;

  constructor(setting: RunSetting) {
    this.#setting = setting;
  }

  receive(message: ToThread): void {
    const job = this.#jobs.get(message.id);
    switch (message.kind) {
      case 'lead':
        void this.#begin(message.id, async (own) => {
          const outcome = await this.#lead(own, message.request, message.helpers);
          if (outcome !== null) this.#setting.send({ kind: 'done', id: own.id, outcome }, []);
        });
        return;
      case 'switch':
        this.#answer(message, async (prepared, pause, id) => {
          const { switchingOf } = await afterPicture();
          const values = await switchingOf(prepared, pause);
          return values === null ? null : { kind: 'switching', id, values };
        });
        return;
      case 'decide':
      case 'map':
      case 'replay':
      case 'figures':
      case 'library':
      case 'differ':
        this.#answer(message, async (prepared, pause) => {
          const { answerQuestion } = await fetchPart(import('./answer-question.ts'));
          return answerQuestion(message, prepared, pause, this.#setting.prepare);
        });
        return;
      case 'share':
        void this.#begin(message.id, async (own) => {
          const { id } = own;
          const { blocksASlice, send } = this.#setting;
          const told = (blocks: number) => send({ kind: 'helped', id, blocks }, []);
          const pause = () => this.#pause(own);
          const recording = await computeShare(message.share, blocksASlice, pause, told);
          if (recording !== null) send({ kind: 'recording', id, recording }, arraysOf(recording));
        });
        return;
      case 'recording':
        job?.received.push(message.recording);
        job?.arrived();
        return;
      case 'helped':
        job?.helped(message.blocks);
        return;
      case 'cancel':
        if (job === undefined) return;
        job.cancelled = true;
        job.arrived();
        return;
      case 'ping':
        this.#setting.send({ kind: 'alive' }, []);
    }
  }

  /** Answers a question about a scenario that can be run. */
  #answer(
    { id, request }: { readonly id: number; readonly request: RunRequest },
    find: (
      prepared: Prepared,
      pause: () => Promise<boolean>,
      id: number,
    ) => Promise<FromThread | null>,
  ): void {
    void this.#begin(id, async (own) => {
      const { prepared } = await this.#setting.prepare(request);
      if (prepared === null) throw new RunError('the scenario has faults; running it tells them');
      const answer = await find(prepared, () => this.#pause(own), id);
      if (answer !== null && !own.cancelled) this.#setting.send(answer, []);
    });
  }

  async #begin(id: number, work: (job: Job) => Promise<void>): Promise<void> {
    const job: Job = {
      id,
      cancelled: false,
      received: [],
      arrived: () => {},
      helped: () => {},
    };
    this.#jobs.set(id, job);
    try {
      await this.#setting.begun;
      await work(job);
    } catch (error) {
      const known = knownFaults.some((fault) => error instanceof fault);
      const kind = error instanceof PartMissing ? 'lost' : 'failed';
      const message =
        known && error instanceof Error ? error.message : `the run failed: ${String(error)}`;
      if (!job.cancelled) this.#setting.send({ kind, id, message }, []);
    }
    this.#jobs.delete(id);
  }

  /** null where the run was given up. */
  async #lead(job: Job, request: RunRequest, helpers: number): Promise<RunOutcome | null> {
    const { id } = job;
    const { blocksASlice, prepare, send } = this.#setting;
    const { prepared, issues, loaded } = await prepare(request);
    if (job.cancelled) return null;
    if (prepared === null) {
      const isKept = loaded !== null && request.detail !== 'draft';
      const saved = isKept ? (await afterPicture()).scenarioText(loaded) : null;
      return { result: null, issues, briefing: null, saved };
    }
    const fetched = afterPicture();
    // Its fault is told where it is awaited.
    fetched.catch(() => {});
    const isDraft = request.detail === 'draft';
    if (isDraft) this.#memory ??= (await fetched).memoryOfDrafts();
    const result = await leadRun(prepared, {
      helpers: this.#helpers(job, helpers),
      analyse: isDraft ? null : async (columns) => (await fetched).wholeResult(prepared, columns),
      ...(this.#memory === null ? {} : { memory: this.#memory }),
      blocksASlice,
      pause: () => this.#pause(job),
      onProgress: (share) => send({ kind: 'progress', id, share }, []),
      ...(isDraft
        ? {}
        : { onPicture: (picture) => send({ kind: 'picture', id, result: picture }, []) }),
    });
    if (result === null) return null;
    const { toldBeside } = await fetched;
    return { result, issues, ...toldBeside(prepared, isDraft) };
  }

  #helpers(job: Job, count: number): Helpers {
    return {
      count,
      compute: async (shares, onBlocks) => {
        job.helped = onBlocks;
        this.#setting.send({ kind: 'wanted', id: job.id, shares }, []);
        while (job.received.length < shares.length && !job.cancelled)
          await new Promise<void>((resolve) => (job.arrived = resolve));
        return job.received;
      },
    };
  }

  async #pause(job: Job): Promise<boolean> {
    await this.#setting.pause();
    return !job.cancelled;
  }
}
