// The scales that Recharts may ask for by name (next.config.mjs): those of a number axis and a category axis, not all
// of d3-scale. A chart on another scale (time, log) adds it here.
import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';

export { scaleBand, scaleLinear, scalePoint };
