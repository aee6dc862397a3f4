import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A view whose code is fetched when it is first shown. */
export function lazyView<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element {
  let loaded: ComponentType<P> | undefined;
  return function LazyView(props: P): JSX.Element {
    const [view, setView] = useState({ shown: loaded, isMissing: false });
    useEffect(() => {
      if (loaded !== undefined) return;
      load().then(
        (fetched) => {
          loaded = fetched;
          setView({ shown: fetched, isMissing: false });
        },
        () => {
          setView({ shown: undefined, isMissing: true });
        },
      );
    }, []);
    if (view.shown !== undefined) return <view.shown {...props} />;
    return (
      <p class="hint">
        {view.isMissing ? 'This view could not be fetched. Load the page anew.' : 'One moment …'}
      </p>
    );
  };
}
