import { useId, useMemo } from 'react';
import type { StateGraph } from '../../api/rules';
import { layoutStates, pathThrough, type PlacedEdge, type PlacedNode } from './layoutStates';

const LINE_HEIGHT = 16;
/** A wide picture shrinks to the room it has, but not below what can be read. */
const SMALLEST_SCALE = 0.75;

/** The states of a rule, drawn from the start to the match. What it shows is also said in words beside it. */
export function StateDiagram({ name, graph }: { name: string; graph: StateGraph }) {
  const placed = useMemo(() => layoutStates(graph), [graph]);
  const arrow = useId();
  return (
    <svg
      className="state-diagram"
      role="img"
      aria-label={`The states of ${name}`}
      width={placed.width}
      style={{ minWidth: placed.width * SMALLEST_SCALE }}
      viewBox={`0 0 ${placed.width} ${placed.height}`}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0,0L8,4L0,8z" className="state-arrow" />
        </marker>
      </defs>
      {placed.edges.map((edge, index) => (
        <Edge key={index} edge={edge} arrow={arrow} />
      ))}
      {placed.nodes.map((node) => (
        <Node key={node.id} node={node} />
      ))}
    </svg>
  );
}

function Edge({ edge, arrow }: { edge: PlacedEdge; arrow: string }) {
  return (
    <g className={edge.again ? 'state-edge again' : 'state-edge'}>
      <path d={pathThrough(edge.points)} markerEnd={`url(#${arrow})`} />
      <Lines lines={edge.lines} x={edge.x} y={edge.y} />
    </g>
  );
}

function Node({ node }: { node: PlacedNode }) {
  const className = `state-node ${node.kind.toLowerCase()}`;
  if (node.kind === 'START' || node.kind === 'MATCH')
    return (
      <g className={className}>
        <circle cx={node.x} cy={node.y} r={node.width / 2 - 1} />
        {node.kind === 'MATCH' && <circle cx={node.x} cy={node.y} r={node.width / 2 - 5} />}
        <Lines lines={[node.title]} x={node.x} y={node.y} />
      </g>
    );
  return (
    <g className={className}>
      <rect
        x={node.x - node.width / 2}
        y={node.y - node.height / 2}
        width={node.width}
        height={node.height}
        rx="8"
      />
      <Lines lines={[node.title, ...node.lines]} x={node.x} y={node.y} />
    </g>
  );
}

/** Lines of text around a middle. */
function Lines({ lines, x, y }: { lines: readonly string[]; x: number; y: number }) {
  return (
    <text textAnchor="middle">
      {lines.map((line, index) => (
        <tspan
          key={index}
          x={x}
          y={y + (index - (lines.length - 1) / 2) * LINE_HEIGHT}
          dominantBaseline="central"
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}
