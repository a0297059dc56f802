/** The panels of the side bar: to add one, add its id to `PANELS` of the address and a line here. */
import type { Component } from 'svelte';
import type { PartName } from '../../core/dataset/load/load.ts';
import { type Panel, PANELS } from '../../core/url/view.ts';
import type { Key } from '../../i18n/dictionaries/en.ts';
import ArticleView from '../article/ArticleView.svelte';
import Timeline from '../article/Timeline.svelte';
import ChangeList from '../changes/ChangeList.svelte';
import ClaimList from '../claims/ClaimList.svelte';
import ComparePanel from '../compare/ComparePanel.svelte';
import RoutesPanel from '../pages/RoutesPanel.svelte';
import ShipmentsPanel from '../shipments/ShipmentsPanel.svelte';

interface PanelEntry {
  id: Panel;
  title: Key;
  component: Component;
  /** A file of the dataset that the panel waits for, beside the network. */
  part?: PartName;
}

const ENTRIES: Record<Panel, Omit<PanelEntry, 'id'>> = {
  routes: { title: 'panel.routes', component: RoutesPanel },
  compare: { title: 'panel.compare', component: ComparePanel },
  article: { title: 'panel.article', component: ArticleView, part: 'context' },
  claims: { title: 'panel.claims', component: ClaimList, part: 'context' },
  events: { title: 'panel.events', component: Timeline, part: 'events' },
  changes: { title: 'panel.changes', component: ChangeList, part: 'changes' },
  shipments: { title: 'panel.shipments', component: ShipmentsPanel },
};

/** In the order of the tabs. */
export const PANEL_ENTRIES: readonly PanelEntry[] = PANELS.map((id) => ({ id, ...ENTRIES[id] }));

export const getPanel = (id: Panel): PanelEntry => ({ id, ...ENTRIES[id] });
