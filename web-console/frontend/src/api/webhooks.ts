import { getJson, queryOf, send, sendJson } from './request';

export const DELIVERY_STATES = ['pending', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface Endpoint {
  id: string;
  name: string;
  url: string;
  state: 'enabled' | 'disabled';
  disabledReason: string | null;
  createdAt: string;
  deliveries: Record<DeliveryState, number>;
}

/** An endpoint as answered once, when it is created. */
export interface CreatedEndpoint extends Endpoint {
  secret: string;
}

export interface EndpointChange {
  name?: string;
  url?: string;
  state?: 'enabled' | 'disabled';
}

export interface TestResult {
  delivered: boolean;
  status: number | null;
  durationMillis: number;
  error: string | null;
}

export interface Attempt {
  at: string;
  status: number | null;
  durationMillis: number;
  error: string | null;
}

export interface Delivery {
  id: string;
  webhookId: string;
  endpointId: string;
  alertId: string;
  event: string;
  state: DeliveryState;
  attempts: Attempt[];
  nextAttemptAt: string | null;
}

export interface DeliveryPage {
  deliveries: Delivery[];
  next: string | null;
}

export interface DeliveryQuery {
  state?: DeliveryState;
  limit?: number;
  cursor?: string;
}

export async function listEndpoints(signal?: AbortSignal): Promise<Endpoint[]> {
  return (await getJson<{ endpoints: Endpoint[] }>('/v1/endpoints', signal)).endpoints;
}

export function getEndpoint(id: string, signal?: AbortSignal): Promise<Endpoint> {
  return getJson(pathOf(id), signal);
}

export function createEndpoint(name: string, url: string): Promise<CreatedEndpoint> {
  return sendJson('/v1/endpoints', { method: 'POST', json: { name, url } });
}

export function changeEndpoint(id: string, change: EndpointChange): Promise<Endpoint> {
  return sendJson(pathOf(id), { method: 'PATCH', json: change });
}

export async function deleteEndpoint(id: string): Promise<void> {
  await send(pathOf(id), { method: 'DELETE' });
}

export function testEndpoint(id: string): Promise<TestResult> {
  return sendJson(`${pathOf(id)}/test`, { method: 'POST' });
}

export function listDeliveries(
  id: string,
  query: DeliveryQuery,
  signal?: AbortSignal,
): Promise<DeliveryPage> {
  return getJson(`${pathOf(id)}/deliveries${queryOf({ ...query })}`, signal);
}

export async function resendDelivery(id: string): Promise<void> {
  await send(`/v1/deliveries/${encodeURIComponent(id)}/resend`, { method: 'POST' });
}

function pathOf(id: string): string {
  return `/v1/endpoints/${encodeURIComponent(id)}`;
}
