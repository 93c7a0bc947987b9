// What of ECharts 6.1.0 the console uses. Its build is beside it, made by
//   npm install echarts@6.1.0 esbuild@0.28.2
//   npx esbuild build.js --bundle --minify --format=iife --global-name=echarts --target=es2020 --outfile=echarts.vesper.min.js
import * as echarts from "echarts/core";
import { LineChart, BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

echarts.use([LineChart, BarChart, GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export { init, getInstanceByDom } from "echarts/core";
