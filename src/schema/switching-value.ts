/** How far one input is from changing which posture costs least on average. */
export interface SwitchingValue {
  readonly input: string;
  /** HK$ by which the lead of the best posture changes between half and one and a half times the input. */
  readonly swing: number;
  /** The largest value of the input as it is: its mean where it is uncertain. */
  readonly base: number;
  /** What all its values would have to be multiplied by for a tie; null where none within range does it. */
  readonly factor: number | null;
  /** The posture that costs least beyond the tie; null where there is none. */
  readonly best: string | null;
}
