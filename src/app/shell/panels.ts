/** The panels of the side bar and the tabs that lead to them: to add one, add its id to `PANELS` of the address and a line here. */
import type { PartName } from '../../core/dataset/load/load.ts';
import { STORY_PANELS } from '../../core/dataset/enums.ts';
import type { Panel } from '../../core/url/view.ts';
import type { Key } from '../../i18n/dictionaries/en.ts';

interface PanelEntry {
  /** Null for the list of routes and the pages of features. */
  component: 'ChangeList' | 'ComparePanel' | 'ShipmentsPanel' | 'StoryPanel' | 'WritePanel' | null;
  /** A file of the dataset that the panel waits for, beside the network. */
  part?: PartName;
}

export const PANEL_ENTRIES: Record<Panel, PanelEntry> = {
  routes: { component: null },
  compare: { component: 'ComparePanel' },
  article: { component: 'StoryPanel', part: 'context' },
  claims: { component: 'StoryPanel', part: 'context' },
  events: { component: 'StoryPanel', part: 'events' },
  changes: { component: 'ChangeList', part: 'changes' },
  shipments: { component: 'ShipmentsPanel' },
  write: { component: 'WritePanel', part: 'context' },
};

interface TabEntry {
  id: string;
  title: Key;
  /** The panels below it; the tab opens the first. */
  panels: readonly [Panel, ...Panel[]];
}

/** In their order. */
export const TABS: readonly [TabEntry, ...TabEntry[]] = [
  { id: 'explore', title: 'tab.explore', panels: ['routes', 'changes'] },
  { id: 'compare', title: 'panel.compare', panels: ['compare'] },
  { id: 'story', title: 'tab.story', panels: [...STORY_PANELS, 'write'] },
  { id: 'shipments', title: 'panel.shipments', panels: ['shipments'] },
];

export const findTab = (panel: Panel): TabEntry => TABS.find(({ panels }) => panels.includes(panel)) ?? TABS[0];
