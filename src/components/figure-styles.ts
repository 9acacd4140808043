import { css } from 'lit';

/** How a chart looks, by the roles of its marks. */
export const figureStyles = css`
  /* Before it is drawn it takes about as much room as then. */
  :host(:not(:state(drawn))) {
    min-height: 24rem;
  }

  figure {
    margin: 0;
    break-inside: avoid;
  }

  h4 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.35;
    text-wrap: balance;
  }

  p {
    margin: 0.25rem 0 0;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  svg {
    display: block;
    width: 100%;
    height: auto;
    margin-block: 1rem 0.5rem;
  }

  text {
    fill: var(--quiet);
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    /* Letters keep a margin of the page's colour where a line runs behind them. */
    paint-order: stroke;
  }

  .stage {
    position: relative;
  }

  .stage:focus-visible {
    outline-offset: 4px;
  }

  .ring {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2px;
    pointer-events: none;
  }

  .handle {
    cursor: ew-resize;
  }

  .moving,
  .moving .handle {
    cursor: grabbing;
  }

  .hit {
    stroke: transparent;
    stroke-width: 32px;
  }

  .grip {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 1.5px;
  }

  .arrows {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5px;
  }

  tandem-slider {
    max-width: 44rem;
    margin-top: 0.75rem;
  }

  .save {
    margin-top: 0.25rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .said:empty {
    display: none;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .hint {
    min-height: 1.5em;
  }

  .read {
    color: var(--ink);
    font-weight: 600;
  }

  /* Marks keep their identity while numbers change, so the eye can follow them. */
  @media (prefers-reduced-motion: no-preference) {
    circle,
    rect,
    path {
      transition:
        cx 200ms,
        cy 200ms,
        x 200ms,
        y 200ms,
        width 200ms,
        height 200ms,
        transform 200ms;
    }

    /* Lines and bands have the same points however they run; bars of a histogram do not. */
    .line,
    .area {
      transition: d 200ms;
    }

    .ring,
    .handle *,
    .moving * {
      transition: none;
    }
  }

  summary {
    cursor: pointer;
    padding-block: 0.25rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  details {
    margin-top: 0.5rem;
  }

  table {
    min-width: 32rem;
    font-size: 0.875rem;
  }

  th,
  td {
    padding: 0.25rem 0.75rem 0.25rem 0;
    border-bottom: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
  }

  thead th {
    color: var(--quiet);
    vertical-align: bottom;
  }

  th:first-child {
    text-align: start;
  }

  /* A finger that goes along the line's axis moves the line, one that goes up or down the page. */
  .handle {
    touch-action: pan-y;
  }

  @media print {
    details,
    tandem-slider,
    .save,
    .said,
    .handle,
    .ring,
    .hint {
      display: none;
    }

    h4 {
      font-size: 0.9375rem;
    }

    p {
      font-size: 0.75rem;
    }

    svg {
      margin-block: 0.5rem 0;
    }
  }
`;
