import type { NodeStatus } from '../api/node';
import { useClock } from '../ui/clock';
import { formatBytes, formatCount, formatSpan } from '../ui/formats';
import { Tag } from '../ui/Tag';
import { Time } from '../ui/Time';
import { FactCard, type Fact } from './FactCard';

const STATE_TONES = { running: 'good', starting: 'waiting', refusing: 'bad' } as const;

const DURABILITY: Record<NodeStatus['durability'], string> = {
  disk: 'disk: acknowledged events are on the disk',
  process: 'process: acknowledged events outlive the process, not the machine',
};

/** The node's numbers, in groups. */
export function NodeFacts({ status }: { status: NodeStatus }) {
  const { events, ring, outbox, journal, alerts } = status;
  return (
    <div className="fact-cards">
      <FactCard title="Node" facts={nodeFacts(status)} />
      <FactCard
        title="Events"
        facts={[
          ['Accepted', formatCount(events.accepted)],
          ['Duplicates', formatCount(events.duplicates)],
          ['Rejected', formatCount(events.rejected), events.rejected > 0 ? 'warn' : undefined],
          ['Late', formatCount(events.late), events.late > 0 ? 'warn' : undefined],
        ]}
      />
      <FactCard
        title="Engine"
        facts={[
          ['Rules', formatCount(status.rules)],
          ['Keys', formatCount(status.keys)],
          ['Partitions', formatCount(status.partitions)],
          [
            'Watermark',
            status.watermark ? <Time at={status.watermark} toSeconds /> : 'none before the first event',
          ],
          ['Windows of views', formatCount(status.viewWindows)],
          ...leftOut(status.leftOutEvents),
          ['Ring', <Ring key="ring" {...ring} />],
        ]}
      />
      <FactCard
        title="Alerts and webhooks"
        facts={[
          ['Firing', formatCount(alerts.firing)],
          ['Retracted', formatCount(alerts.retracted)],
          ['Outbox, pending', formatCount(outbox.pending)],
          ['Outbox, dead', formatCount(outbox.dead), outbox.dead > 0 ? 'bad' : undefined],
        ]}
      />
      <FactCard
        title="Journal"
        facts={[
          ['Sequence', formatCount(journal.sequence)],
          ['Size', formatBytes(journal.bytes)],
          ['Durability', DURABILITY[status.durability]],
        ]}
      />
    </div>
  );
}

/** Only where there are any: it means that rows are not complete. */
function leftOut(count: number): Fact[] {
  return count > 0 ? [['Left out of views', formatCount(count), 'warn']] : [];
}

function nodeFacts(status: NodeStatus): Fact[] {
  const facts: Fact[] = [
    [
      'State',
      <Tag key="state" tone={STATE_TONES[status.state]}>
        {status.state}
      </Tag>,
    ],
  ];
  if (status.reason) facts.push(['Reason', status.reason]);
  facts.push(['Started', <Time key="started" at={status.startedAt} toSeconds />]);
  facts.push(['Up', <Uptime key="up" startedAt={status.startedAt} />]);
  return facts;
}

function Uptime({ startedAt }: { startedAt: string }) {
  return <>{useClock((nowMillis) => formatSpan(Math.max(0, nowMillis - new Date(startedAt).getTime())))}</>;
}

function Ring({ capacity, used }: { capacity: number; used: number }) {
  return (
    <>
      {formatCount(used)} of {formatCount(capacity)}{' '}
      <meter min={0} max={capacity} value={used} aria-label="Ring in use" />
    </>
  );
}
