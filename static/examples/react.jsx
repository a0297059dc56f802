// React 19 passes attributes and listeners of custom elements through as they are. `base` is the folder of the atlas.
import { useEffect, useRef } from 'react';

export function CorridorMap({ base, onSelect, children, ...attributes }) {
  const map = useRef(null);
  useEffect(() => {
    import(/* @vite-ignore */ /* webpackIgnore: true */ new URL('corridor-map.js', base).href);
  }, [base]);
  useEffect(() => {
    const element = map.current;
    const hear = ({ detail }) => onSelect?.(detail.id);
    element.addEventListener('corridor-map:select', hear);
    return () => element.removeEventListener('corridor-map:select', hear);
  }, [onSelect]);
  return (
    <corridor-map ref={map} src={base} {...attributes}>
      {children}
    </corridor-map>
  );
}

// <CorridorMap base="https://maps.example/atlas/" feature="ROUTE" lang="tr" onSelect={(id) => console.log(id)}>
//   <a href="https://maps.example/atlas/?select=ROUTE">Open the map</a>
// </CorridorMap>
