/** The parts of a SIPmath 3.0 library that Tandem writes. */
export interface WrittenLibrary {
  readonly name: string;
  readonly objectType: 'sipModel';
  readonly libraryType: 'SIPmath_3_0';
  readonly version: '1';
  readonly provenance: string;
  readonly globalVariables?: readonly WrittenMatrix[];
  readonly U01: {
    readonly rng: readonly WrittenRandom[];
    readonly copula?: readonly WrittenCopula[];
  };
  readonly sips: readonly WrittenSip[];
}

export type WrittenRandom =
  | {
      readonly name: string;
      readonly function: 'HDR_2_0';
      readonly arguments: {
        readonly counter: 'PM_Index';
        readonly entity: number;
        readonly varId: number;
        readonly seed3: 0;
        readonly seed4: 0;
      };
    }
  | {
      readonly name: string;
      readonly function: 'Index';
      readonly arguments: { readonly counter: 'PM_Index' };
    };

export interface WrittenCopula {
  readonly name: string;
  readonly function: 'GaussianCopula';
  readonly arguments: {
    readonly correlationMatrix: { readonly type: 'globalVariables'; readonly value: string };
    readonly rng: readonly string[];
  };
  readonly copulaLayer: readonly string[];
}

export interface WrittenMatrix {
  readonly name: string;
  readonly value: {
    readonly columns: readonly string[];
    readonly rows: readonly string[];
    /** One triangle with the diagonal; what is left out is zero. */
    readonly matrix: readonly {
      readonly row: string;
      readonly col: string;
      readonly value: number;
    }[];
  };
}

export type SipReference =
  | { readonly source: 'rng'; readonly name: string }
  | { readonly source: 'copula'; readonly name: string; readonly copulaLayer: string };

export type SipShape =
  | {
      readonly function: 'Metalog_1_0';
      readonly arguments: {
        readonly aCoefficients: readonly number[];
        readonly lowerBound?: number;
        readonly upperBound?: number;
      };
    }
  | {
      readonly function: 'Lookup_Table';
      /** Pairs [cumulative probability, outcome]. */
      readonly arguments: { readonly value: readonly (readonly [number, number])[] };
    }
  | {
      readonly function: 'SIP_Array';
      readonly arguments: { readonly type: 'array'; readonly value: readonly number[] };
    };

interface SipFrame {
  readonly name: string;
  readonly ref: SipReference;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export type WrittenSip = SipShape & SipFrame;

/** A variable that is told by its trials. */
export type WrittenTrials = Extract<SipShape, { readonly function: 'SIP_Array' }> & SipFrame;

/** Posture ids hold hyphens, which names in spreadsheets may not. */
export function sipName(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null)
    .map((part) => part.replaceAll('-', '_'))
    .join('.');
}
