import { BrowserRouter } from 'react-router-dom';
import { Toaster } from '../components/toaster.js';
import { ErrorBoundary } from './frame/error-boundary.js';
import { FocusKeeper } from './frame/focus-keeper.js';
import { Providers } from './providers.js';
import { useLanguage } from '../lib/language/language.js';
import { AppRoutes } from './routes.js';

export function App() {
  // Everything below is drawn anew, and keeps what it holds, when another language is chosen.
  useLanguage();
  return (
    <ErrorBoundary>
      <BrowserRouter>
        <Providers>
          <FocusKeeper />
          <AppRoutes />
        </Providers>
      </BrowserRouter>
      <Toaster />
    </ErrorBoundary>
  );
}
