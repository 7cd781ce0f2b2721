import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { AlertFeedProvider } from '../alerts/AlertFeedProvider';
import { routes } from '../app/routes';
import { ToastStack } from '../ui/ToastStack';

/** Shows the whole console at an address. */
export function showConsole(address: string): ReturnType<typeof createMemoryRouter> {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  render(
    <QueryClientProvider client={queries}>
      <ToastStack>
        <AlertFeedProvider>
          <RouterProvider router={router} />
        </AlertFeedProvider>
      </ToastStack>
    </QueryClientProvider>,
  );
  return router;
}
