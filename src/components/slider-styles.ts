import { css, unsafeCSS } from 'lit';
import { postureRoles } from '../charts/scene.ts';

const tones = unsafeCSS(
  postureRoles.map((role) => `:host([tone='${role}']) { --tone: var(--${role}); }`).join(' '),
);

/** How a slider looks: caption, distribution over the track, and number with steppers. */
export const sliderStyles = css`
  :host {
    --tone: var(--ink);
    --thumb: 1.25rem;
    container-type: inline-size;
  }

  ${tones}

  .row {
    display: grid;
    grid-template:
      'caption stepper'
      'strip strip'
      'detail detail' / minmax(0, 1fr) auto;
    gap: 0.125rem 1rem;
    align-items: center;
  }

  .row.bare {
    grid-template:
      'strip strip'
      'detail stepper' / minmax(0, 1fr) auto;
  }

  .caption {
    grid-area: caption;
    display: flex;
    gap: 0.375rem;
    align-items: center;
    font-size: 0.875rem;
    line-height: 1.25;
  }

  .strip {
    grid-area: strip;
    position: relative;
    display: grid;
  }

  .hill {
    display: block;
    box-sizing: border-box;
    width: calc(100% - var(--thumb));
    height: 1.75rem;
    margin: 0 calc(var(--thumb) / 2) -0.625rem;
    overflow: visible;
    pointer-events: none;
  }

  .tails {
    fill: var(--tone);
    fill-opacity: 0.22;
  }

  .core {
    fill: var(--tone);
    fill-opacity: 0.42;
  }

  .detail {
    grid-area: detail;
    margin: 0;
    color: var(--quiet);
    font-size: 0.8125rem;
    line-height: 1.4;
    text-wrap: pretty;
  }

  .detail:empty {
    display: none;
  }

  input[type='range'] {
    --filled: linear-gradient(var(--tone), var(--tone)) 0 / var(--at, 0%) 100% no-repeat;
    width: 100%;
    height: 1.75rem;
    margin: 0;
    background: transparent;
    cursor: pointer;
    appearance: none;
    touch-action: pan-y;
    scroll-margin-block: 10rem 2rem;
  }

  input[type='range']::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: var(--filled), var(--axis);
  }

  input[type='range']::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: var(--filled), var(--axis);
  }

  input[type='range']::-webkit-slider-thumb {
    width: var(--thumb);
    height: var(--thumb);
    margin-top: calc(2px - var(--thumb) / 2);
    border: 3px solid var(--tone);
    border-radius: 50%;
    background: var(--surface);
    appearance: none;
  }

  input[type='range']::-moz-range-thumb {
    width: var(--thumb);
    height: var(--thumb);
    box-sizing: border-box;
    border: 3px solid var(--tone);
    border-radius: 50%;
    background: var(--surface);
  }

  input[type='range']:active::-webkit-slider-thumb {
    background: var(--tone);
  }

  input[type='range']:active::-moz-range-thumb {
    background: var(--tone);
  }

  /* The ring is around the thumb, which is what moves. */
  input[type='range']:focus-visible {
    outline: none;
  }

  input[type='range']:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }

  input[type='range']:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }

  input[type='range']:disabled {
    cursor: default;
    opacity: 0.5;
  }

  /* Where the scenario had it. */
  .was {
    position: absolute;
    bottom: 0.125rem;
    inset-inline-start: calc(var(--thumb) / 2 + (100% - var(--thumb)) * var(--was, 0));
    width: 2px;
    height: 0.5rem;
    translate: -50%;
    background: var(--quiet);
    pointer-events: none;
  }

  .stepper {
    grid-area: stepper;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    justify-self: end;
    width: 12.5rem;
    max-width: 100%;
  }

  tandem-number {
    --field-radius: 0;
    --field-outline-offset: 0;
    margin-inline: -1px;
    position: relative;
  }

  tandem-number:focus-within {
    z-index: 1;
  }

  .stepper button {
    justify-content: center;
    width: 2.25rem;
    padding: 0;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    font-size: 1.125rem;
    touch-action: manipulation;
    user-select: none;
    scroll-margin-block: 10rem 2rem;
  }

  .stepper button:last-child {
    border-radius: 0;
    border-start-end-radius: var(--radius);
    border-end-end-radius: var(--radius);
  }

  .stepper button:focus-visible {
    z-index: 1;
  }

  @container (max-width: 25.99rem) {
    .row.bare {
      grid-template: 'strip' 'stepper' 'detail' / minmax(0, 1fr);
    }

    .row.bare .stepper {
      width: 100%;
    }
  }

  @container (min-width: 34rem) {
    .row {
      grid-template:
        'caption strip stepper'
        '. detail detail' / minmax(5rem, 9rem) minmax(0, 1fr) auto;
    }

    .row.bare {
      grid-template:
        'strip stepper'
        'detail detail' / minmax(0, 1fr) auto;
    }

    .row.wide .stepper {
      align-self: end;
    }
  }

  @media (pointer: coarse) {
    :host {
      --thumb: 1.75rem;
    }

    input[type='range'] {
      height: 2.75rem;
    }

    .hill {
      margin-bottom: -1.125rem;
    }

    .stepper button {
      width: 2.75rem;
      min-height: 2.75rem;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .tails,
    .core {
      transition: d 150ms;
    }
  }

  @media (forced-colors: active) {
    input[type='range'] {
      --filled: linear-gradient(CanvasText, CanvasText) 0 / var(--at, 0%) 100% no-repeat;
      --axis: GrayText;
      forced-color-adjust: none;
    }

    input[type='range']:focus-visible::-webkit-slider-thumb {
      outline-color: Highlight;
    }
  }
`;
