import { Navigate, type RouteObject } from 'react-router';
import { AlertPanel } from '../alerts/AlertPanel';
import { AlertsPage } from '../alerts/AlertsPage';
import { BacktestPage } from '../backtests/BacktestPage';
import { BacktestsPage } from '../backtests/BacktestsPage';
import { NewRulePage } from '../rules/NewRulePage';
import { RulesPage } from '../rules/RulesPage';
import { StatusPage } from '../status/StatusPage';
import { ViewPage } from '../views/ViewPage';
import { ViewsPage } from '../views/ViewsPage';
import { EndpointPage } from '../webhooks/EndpointPage';
import { WebhooksPage } from '../webhooks/WebhooksPage';
import { Loading } from '../ui/Loading';
import { CrashPage } from './CrashPage';
import { Layout } from './Layout';
import { NotFoundPage } from './NotFoundPage';

export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Loading what="the console" />,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          { index: true, element: <Navigate to="/alerts" replace /> },
          { path: 'alerts', element: <AlertsPage />, children: [{ path: ':id', element: <AlertPanel /> }] },
          { path: 'rules', element: <RulesPage /> },
          { path: 'rules/new', element: <NewRulePage /> },
          {
            path: 'rules/:file',
            // The editor is more than half of the console's code, so it comes when it is needed.
            lazy: async () => ({ Component: (await import('../rules/RuleFilePage')).RuleFilePage }),
          },
          { path: 'views', element: <ViewsPage /> },
          { path: 'views/:name', element: <ViewPage /> },
          { path: 'backtests', element: <BacktestsPage /> },
          { path: 'backtests/:id', element: <BacktestPage /> },
          { path: 'webhooks', element: <WebhooksPage /> },
          { path: 'webhooks/:id', element: <EndpointPage /> },
          { path: 'status', element: <StatusPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
