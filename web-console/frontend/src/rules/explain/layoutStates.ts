import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { StateEdge, StateGraph, StateNode } from '../../api/rules';

export interface PlacedNode extends StateNode {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface PlacedEdge extends StateEdge {
  points: { x: number; y: number }[];
  /** The lines of its label and where their middle is. */
  lines: string[];
  x: number;
  y: number;
}

export interface PlacedGraph {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** What a letter of the diagram's font takes, in pixels, at most; text is not measured, so that tests need no browser. */
const LETTER_WIDTH = 7;
const LINE_HEIGHT = 16;
const LINE_LETTERS = 26;
const PADDING = 12;
const ROUND = 56;
const LOOP_HEIGHT = 26;

/** Places the states of a rule from left to right. */
export function layoutStates(graph: StateGraph): PlacedGraph {
  const dagre = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  dagre.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 44, edgesep: 20, marginx: 8, marginy: 8 });
  for (const node of graph.nodes) {
    const { width, height } = sizeOf(node);
    const loops = graph.edges.filter((edge) => edge.from === node.id && edge.to === node.id);
    const room = Math.max(0, ...loops.map((edge) => LOOP_HEIGHT + wrap(edge.label).length * LINE_HEIGHT));
    dagre.setNode(node.id, { width, height: height + 2 * room });
  }
  graph.edges.forEach((edge, index) => {
    if (edge.from === edge.to) return;
    const lines = wrap(edge.label);
    const size = { width: widthOf(lines), height: lines.length * LINE_HEIGHT };
    dagre.setEdge(edge.from, edge.to, { ...size, labelpos: 'c' }, String(index));
  });
  layout(dagre);
  const { width = 0, height = 0 } = dagre.graph();
  const nodes = graph.nodes.map((node) => {
    const { x = 0, y = 0 } = dagre.node(node.id);
    return { ...node, ...sizeOf(node), x, y };
  });
  return {
    width,
    height,
    nodes,
    edges: graph.edges.map((edge, index) => {
      const lines = wrap(edge.label);
      const own = edge.from === edge.to && nodes.find((node) => node.id === edge.from);
      if (own) return { ...edge, lines, ...loopOver(own, lines.length) };
      const { points = [], x = 0, y = 0 } = dagre.edge({ v: edge.from, w: edge.to, name: String(index) });
      return { ...edge, points, lines, x, y };
    }),
  };
}

/** From a state to itself: up from its top and back, with the label above. */
function loopOver(node: PlacedNode, lineCount: number): Pick<PlacedEdge, 'points' | 'x' | 'y'> {
  const top = node.y - node.height / 2;
  const reach = Math.min(26, node.width / 3);
  const peak = top - LOOP_HEIGHT;
  return {
    points: [
      { x: node.x + reach, y: top },
      { x: node.x + reach, y: peak },
      { x: node.x - reach, y: peak },
      { x: node.x - reach, y: top },
    ],
    x: node.x,
    y: peak - (lineCount * LINE_HEIGHT) / 2 + 2,
  };
}

function sizeOf(node: StateNode): { width: number; height: number; lines: string[] } {
  if (node.kind === 'START' || node.kind === 'MATCH') return { width: ROUND, height: ROUND, lines: [] };
  const lines = wrap(node.detail);
  return {
    width: Math.max(widthOf([node.title, ...lines]), 60) + 2 * PADDING,
    height: (lines.length + 1) * LINE_HEIGHT + 2 * PADDING,
    lines,
  };
}

function widthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => line.length)) * LETTER_WIDTH;
}

/** Lines of a few words; a word that is longer than a line stands alone. */
export function wrap(text: string): string[] {
  if (text === '') return [];
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= LINE_LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A smooth way through the points. */
export function pathThrough(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  if (rest.length < 2) return `M${at(first)}` + rest.map((point) => `L${at(point)}`).join('');
  let path = `M${at(first)}`;
  rest.slice(0, -1).forEach((control, i) => {
    const next = rest[i + 1] ?? control;
    const end = i === rest.length - 2 ? next : { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 };
    path += `Q${at(control)} ${at(end)}`;
  });
  return path;
}

function at(point: { x: number; y: number }): string {
  return `${Math.round(point.x * 10) / 10},${Math.round(point.y * 10) / 10}`;
}
