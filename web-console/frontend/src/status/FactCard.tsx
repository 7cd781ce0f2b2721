import type { ReactNode } from 'react';

export type Fact = [name: string, value: ReactNode, tone?: 'warn' | 'bad' | undefined];

export function FactCard({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section className="card fact-card">
      <h2>{title}</h2>
      <dl>
        {facts.map(([name, value, tone]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={tone}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
