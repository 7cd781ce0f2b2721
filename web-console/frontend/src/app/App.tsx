import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ProblemError } from '../api/problem';
import { AlertFeedProvider } from '../alerts/AlertFeedProvider';
import { ToastStack } from '../ui/ToastStack';
import { routes } from './routes';

const MOST_RETRIES = 2;

/** An error answer is an answer; only silence is worth another try. */
function isWorthAnotherTry(failures: number, error: unknown): boolean {
  return failures < MOST_RETRIES && !(error instanceof ProblemError);
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthAnotherTry, staleTime: 2000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

export function App() {
  const [queries] = useState(newQueryClient);
  const [router] = useState(() => createBrowserRouter(routes));
  return (
    <QueryClientProvider client={queries}>
      <ToastStack>
        <AlertFeedProvider>
          <RouterProvider router={router} />
        </AlertFeedProvider>
      </ToastStack>
    </QueryClientProvider>
  );
}
