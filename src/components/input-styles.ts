import { css } from 'lit';

/** How one input looks. */
export const inputStyles = css`
  :host {
    container-type: inline-size;
    padding-block: 1rem 0.75rem;
    border-top: 1px solid var(--line);
    break-inside: avoid;
  }

  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    align-items: baseline;
    min-height: 1.75rem;
  }

  h5 {
    margin: 0;
    font-size: 1rem;
    line-height: 1.35;
    text-wrap: pretty;
  }

  .unit {
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .changed {
    display: inline-flex;
    align-items: center;
    font-size: 0.8125rem;
    white-space: nowrap;
  }

  /* Keeps its room, so that nothing moves when a slider is moved. */
  .changed.not {
    visibility: hidden;
  }

  .changed button {
    margin-inline-start: 0.25rem;
  }

  /* The label needs the room; the dot says it too. */
  @container (max-width: 26rem) {
    .changed .word {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  .changed::before {
    width: 0.5rem;
    height: 0.5rem;
    margin-inline-end: 0.375rem;
    border-radius: 50%;
    background: var(--ink);
    content: '';
  }

  .help {
    max-width: 62ch;
    margin: 0.125rem 0 0;
    color: var(--quiet);
    font-size: 0.875rem;
    line-height: 1.45;
    text-wrap: pretty;
  }

  .rows {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }

  .fixed {
    display: grid;
    grid-template-columns: minmax(5rem, 9rem) minmax(0, 1fr);
    gap: 0 1rem;
    font-size: 0.9375rem;
  }

  .mark {
    flex: none;
    width: 12px;
    height: 12px;
  }

  .name {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    font-size: 0.875rem;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    margin-top: 0.375rem;
  }

  .spread {
    justify-self: start;
  }

  .more button {
    min-height: 1.5rem;
    padding: 0.125rem 0;
    border-color: transparent;
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  .more .spread {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .more .fold {
    text-decoration: none;
  }

  .more .fold:hover {
    text-decoration: underline;
  }

  .more .fold::before {
    width: 0.75em;
    font-size: 0.625rem;
    content: '\\25B6\\FE0E';
  }

  .more .fold[aria-expanded='true']::before {
    content: '\\25BC\\FE0E';
  }

  .panel {
    display: grid;
    gap: 1.25rem;
    margin-top: 0.5rem;
    padding: 0.875rem 1rem 1rem;
    border-radius: var(--radius);
    background: var(--hover);
  }

  .panel .leaf {
    display: grid;
    gap: 0.5rem;
  }

  .panel .leaf:has(h6) {
    row-gap: 0.5rem;
  }

  @container (min-width: 34rem) {
    .panel .leaf:has(h6) {
      grid-template-columns: 9rem minmax(0, 1fr);
    }

    .panel .leaf:has(h6) > :not(h6, .segmented) {
      grid-column: 2;
    }
  }

  .panel h6 {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    margin: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .panel p {
    max-width: 62ch;
    margin: 0;
    color: var(--quiet);
    font-size: 0.8125rem;
    line-height: 1.4;
  }

  .hill {
    display: block;
    width: min(100%, 14rem);
    height: 1.75rem;
    border-bottom: 1px solid var(--axis);
  }

  .tails {
    fill: var(--ink);
    fill-opacity: 0.22;
  }

  .core {
    fill: var(--ink);
    fill-opacity: 0.42;
  }

  @media (pointer: coarse) {
    .more button {
      min-height: 2.25rem;
    }
  }

  @media (forced-colors: active) {
    .more button {
      border-color: Canvas;
    }

    .panel {
      border: 1px solid CanvasText;
    }
  }
`;
