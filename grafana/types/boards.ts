/**
 * What a board of this folder may be: Grafana's own types of a dashboard, narrowed to the panels that are used here, each with its own
 * options and field options, and to queries in InfluxQL by the chosen data source.
 */
import type { Dashboard, FieldConfig, FieldConfigSource, MapLayerOptions, Panel, VariableModel } from '@grafana/schema';
import type * as barchart from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as geomap from '@grafana/schema/dist/esm/raw/composable/geomap/panelcfg/x/GeomapPanelCfg_types.gen';
import type * as nodegraph from '@grafana/schema/dist/esm/raw/composable/nodegraph/panelcfg/x/NodeGraphPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

/** A type as JSON has it: the members of an enumeration of words are the words. */
type Json<T> = unknown extends T
  ? unknown
  : T extends string
    ? `${T}`
    : T extends number | boolean | null | undefined
      ? T
      : T extends Array<infer E>
        ? Array<Json<E>>
        : { [K in keyof T]: Json<T[K]> };

interface DataSource {
  type: 'influxdb';
  uid: '${datasource}';
}

interface InfluxQl {
  refId: string;
  datasource: DataSource;
  rawQuery: true;
  resultFormat: 'table' | 'time_series';
  alias?: string;
  query: string;
}

interface InfluxQlOfEvents extends Omit<InfluxQl, 'resultFormat'> {
  fromAnnotations: true;
  textEditor: true;
  queryType: 'tags';
  textColumn: string;
  tagsColumn: string;
  titleColumn: string;
  timeEndColumn: string;
  name: string;
}

/** A panel of one kind; what is there besides is said, and so is its unit. */
interface PanelOf<Kind extends string, Options, Custom> extends Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets' | 'datasource'> {
  id: number;
  type: Kind;
  title: string;
  description: string;
  datasource: DataSource;
  targets: InfluxQl[];
  options: Options;
  fieldConfig: Omit<FieldConfigSource, 'defaults'> & {
    defaults: Omit<FieldConfig, 'custom'> & { unit: string; custom?: Partial<Custom> };
  };
}

type BoardPanel =
  | PanelOf<'barchart', barchart.Options, barchart.FieldConfig>
  | PanelOf<'gauge', gauge.Options, Record<string, never>>
  | PanelOf<'geomap', geomap.Options & { basemap: MapLayerOptions }, { hideFrom: { legend: boolean; tooltip: boolean; viz: boolean } }>
  | PanelOf<'nodeGraph', nodegraph.Options, Record<string, never>>
  | PanelOf<'stat', stat.Options, Record<string, never>>
  | PanelOf<'table', table.Options, table.FieldConfig>
  | PanelOf<'timeseries', timeseries.Options, timeseries.FieldConfig>;

interface Variable extends Omit<VariableModel, 'datasource'> {
  label: string;
  description: string;
  datasource?: DataSource;
}

interface BoardDashboard extends Omit<Dashboard, 'panels' | 'annotations' | 'templating' | 'id'> {
  uid: string;
  schemaVersion: 42;
  panels: BoardPanel[];
  annotations: { list: Array<Omit<NonNullable<NonNullable<Dashboard['annotations']>['list']>[number], 'target' | 'datasource'> & { datasource: DataSource; target: InfluxQlOfEvents }> };
  templating: { list: Variable[] };
}

export type Board = Json<BoardDashboard>;
