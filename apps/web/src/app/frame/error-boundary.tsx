import { Component, type ReactNode } from 'react';
import { ErrorPage } from './error-page.js';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Another place, another chance: when it changes, what broke is tried anew. */
  place?: string;
}

interface State {
  place: string | undefined;
  failure: { error: unknown } | null;
}

/** A page that breaks takes itself away, not the whole app. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { place: this.props.place, failure: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, state: State): State | null {
    return place === state.place ? null : { place, failure: null };
  }

  override render() {
    const { failure } = this.state;
    return failure ? <ErrorPage error={failure.error} /> : this.props.children;
  }
}
