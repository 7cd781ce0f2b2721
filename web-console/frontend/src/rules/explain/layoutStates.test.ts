import { describe, expect, it } from 'vitest';
import type { StateGraph } from '../../api/rules';
import { layoutStates, pathThrough, wrap } from './layoutStates';

const CARD_TESTING: StateGraph = {
  nodes: [
    { id: 'start', kind: 'START', title: 'start', detail: '' },
    { id: 'step0', kind: 'STEP', title: 'probe', detail: 'Transaction where amount is less than 2' },
    { id: 'step1', kind: 'STEP', title: 'hit', detail: 'Transaction' },
    { id: 'match', kind: 'MATCH', title: 'match', detail: '' },
  ],
  edges: [
    { from: 'start', to: 'step0', label: '', again: false },
    { from: 'step0', to: 'step0', label: '3 or more times', again: true },
    { from: 'step0', to: 'step1', label: 'within 2 minutes', again: false },
    { from: 'step1', to: 'match', label: '', again: false },
  ],
};

describe('layoutStates', () => {
  it('places what comes later further right, and nothing over another', () => {
    const { nodes } = layoutStates(CARD_TESTING);
    expect(nodes.map((node) => node.id)).toEqual(['start', 'step0', 'step1', 'match']);
    const left = nodes.map((node) => node.x - node.width / 2);
    const right = nodes.map((node) => node.x + node.width / 2);
    expect(left.slice(1).every((edge, index) => edge > (right[index] ?? Infinity))).toBe(true);
  });

  it('leads a repetition back to its own state', () => {
    const again = layoutStates(CARD_TESTING).edges.filter((edge) => edge.again);
    expect(again.map((edge) => edge.lines)).toEqual([['3 or more times']]);
    expect(again.every((edge) => edge.points.length > 2)).toBe(true);
  });
});

describe('wrap', () => {
  it('breaks between words only', () => {
    expect(wrap('Transaction where amount is less than 2')).toEqual([
      'Transaction where amount',
      'is less than 2',
    ]);
    expect(wrap('averyveryveryveryverylongnameindeed x')).toEqual([
      'averyveryveryveryverylongnameindeed',
      'x',
    ]);
    expect(wrap('')).toEqual([]);
  });
});

describe('pathThrough', () => {
  it('is straight between two points and smooth through more', () => {
    expect(
      pathThrough([
        { x: 0, y: 1 },
        { x: 2, y: 3 },
      ]),
    ).toBe('M0,1L2,3');
    expect(
      pathThrough([
        { x: 0, y: 0 },
        { x: 2, y: 0 },
        { x: 4, y: 4 },
      ]),
    ).toBe('M0,0Q2,0 4,4');
  });
});
