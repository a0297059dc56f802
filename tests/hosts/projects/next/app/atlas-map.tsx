'use client';
// Also run on the server, where there is no HTMLElement.
import 'corridor-atlas';
import type {} from 'corridor-atlas/react';

export function AtlasMap() {
  return (
    <corridor-map src="https://atlas.example/" feature="btk">
      <a href="https://atlas.example/">The map</a>
    </corridor-map>
  );
}
