import { Component, type ReactNode } from 'react';
import { ErrorPage } from './error-page.js';

interface ErrorBoundaryProps {
  children: ReactNode;
}

type State = { broken: false } | { broken: true; error: unknown };

/** A page that breaks takes itself away, not the whole app. Give it a key to try anew on another page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(error: unknown): State {
    return { broken: true, error };
  }

  override render() {
    return this.state.broken ? <ErrorPage error={this.state.error} /> : this.props.children;
  }
}
