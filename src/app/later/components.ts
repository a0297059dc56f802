/** What no first view shows or does: one file of the build, which is fetched when a reader turns to it. */
import { createSearch } from '../../core/dataset/search/search.ts';
import ChangeList from '../changes/ChangeList.svelte';
import ComparePanel from '../compare/ComparePanel.svelte';
import EmbedDialog from '../embed-dialog/EmbedDialog.svelte';
import ExportMenu from '../export/ExportMenu.svelte';
import ShareDialog from '../export/ShareDialog.svelte';
import ImportSection from '../import/ImportSection.svelte';
import BaseMapChoice from '../map/BaseMapChoice.svelte';
import LayerFilters from '../map/LayerFilters.svelte';
import LayerGroups from '../map/LayerGroups.svelte';
import LayerSymbols from '../map/LayerSymbols.svelte';
import FeaturePage from '../pages/FeaturePage.svelte';
import UnknownFeature from '../pages/UnknownFeature.svelte';
import AboutDialog from '../shell/AboutDialog.svelte';
import ShipmentsPanel from '../shipments/ShipmentsPanel.svelte';
import StoryPanel from '../story/StoryPanel.svelte';
import WritePanel from '../story/WritePanel.svelte';

export default {
  AboutDialog,
  BaseMapChoice,
  ChangeList,
  ComparePanel,
  EmbedDialog,
  ExportMenu,
  FeaturePage,
  ImportSection,
  LayerFilters,
  LayerGroups,
  LayerSymbols,
  ShareDialog,
  ShipmentsPanel,
  StoryPanel,
  UnknownFeature,
  WritePanel,
  createSearch,
};
