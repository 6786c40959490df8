import { Component, type ReactNode } from 'react';
import { keepAddress } from '../permalink/fragment';

interface Props {
  children: ReactNode;
}

/** Where a figure fails by a fault of its own, the article goes on: says so in its place, and offers to begin again. */
export class Guard extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  /** From the default state: the one in the link may be what it fails on. */
  private readonly again = () => {
    keepAddress(location.pathname + location.search);
    this.setState({ failed: false });
  };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="figure-note problem" role="alert">
        This figure stopped by a fault of its own; the rest of the article goes on.{' '}
        <button type="button" className="button" onClick={this.again}>
          Begin again
        </button>
      </p>
    );
  }
}
