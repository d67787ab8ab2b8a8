import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiError } from './api/client';
import { App } from './App';
import { applyTheme, storedTheme } from './theme';
import './styles/base.css';
import './styles/parts.css';
import './styles/pages.css';

applyTheme(storedTheme());

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The ledger changes when somebody adds to it, not by the minute; a judgement invalidates everything.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (count, failure) => count < 1 && failure instanceof ApiError && failure.status === 0,
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
