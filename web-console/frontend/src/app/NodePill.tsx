import { Link } from 'react-router';
import { useNodeStatus } from '../status/useNodeStatus';
import { formatRate } from '../ui/formats';

/** The node's state in two words, on every page. */
export function NodePill() {
  const { data: status, error } = useNodeStatus();
  if (error) return <Pill state="unreachable" text="Unreachable" />;
  if (!status) return <Pill state="unknown" text="Connecting…" />;
  switch (status.state) {
    case 'running':
      return <Pill state="running" text={`Running · ${formatRate(status.events.perSecond)} events/s`} />;
    case 'starting':
      return <Pill state="starting" text="Starting" />;
    case 'refusing':
      return <Pill state="refusing" text="Refusing events" />;
  }
}

function Pill({ state, text }: { state: string; text: string }) {
  return (
    <Link to="/status" className={`node-pill node-${state}`} title="The node's state">
      <span className="node-dot" aria-hidden="true" />
      {text}
    </Link>
  );
}
