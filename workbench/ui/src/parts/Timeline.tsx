import { BarChart } from 'echarts/charts';
import { AriaComponent, BrushComponent, GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';
import type { Month } from '../api/types';
import { everyMonth, firstDay, lastDay } from '../filters';
import { month as monthName } from '../format';
import { t } from '../messages/en';
import { colour, onThemeChange, stillness } from '../theme';

echarts.use([BarChart, GridComponent, BrushComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** Incidents by month. Dragging over it filters by time; the fields From and To say the same and work on the keyboard. */
export default function Timeline(props: {
  months: Month[];
  undated: number;
  from: string | null;
  to: string | null;
  onTimes: (from: string | null, to: string | null) => void;
}) {
  const { months, from, to, onTimes } = props;
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.EChartsType | null>(null);

  const all = useMemo(() => {
    const sorted = months.map((month) => month.month).sort();
    const first = sorted[0];
    const last = sorted.at(-1);
    return first && last ? everyMonth(first, last) : [];
  }, [months]);
  const counts = useMemo(() => new Map(months.map((month) => [month.month, month.incidents])), [months]);

  // The first and last bar that the filter touches; null where it leaves all.
  const chosen = useMemo((): [number, number] | null => {
    if ((!from && !to) || all.length === 0) return null;
    const first = from ? all.findIndex((month) => lastDay(month) >= from) : 0;
    const last = to ? all.findLastIndex((month) => firstDay(month) <= to) : all.length - 1;
    return first === -1 || last === -1 || first > last ? null : [first, last];
  }, [all, from, to]);

  useEffect(() => {
    if (!box.current) return undefined;
    const made = echarts.init(box.current, null, { renderer: 'canvas' });
    chart.current = made;
    return () => {
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const draw = (): void => {
      const ink = colour('--ink-soft');
      const bar = colour('--accent');
      const off = colour('--line-strong');
      chart.current?.setOption(
        {
          animation: !stillness(),
          animationDuration: 200,
          aria: { enabled: true, label: { description: t.timeline.label(all.length, total(months)) } },
          grid: { left: 28, right: 8, top: 8, bottom: 22 },
          tooltip: {
            trigger: 'axis',
            axisPointer: { type: 'shadow', shadowStyle: { color: colour('--hover') } },
            // Canvas text: a tip made of HTML would need inline styles, which the page forbids.
            renderMode: 'richText',
            backgroundColor: colour('--panel'),
            borderColor: off,
            padding: [4, 8],
            textStyle: { color: colour('--ink'), fontSize: 12 },
            formatter: (at: { name: string }[]) =>
              at[0] ? t.timeline.month(monthName(at[0].name), counts.get(at[0].name) ?? 0) : '',
          },
          xAxis: {
            type: 'category',
            data: all,
            axisTick: { show: false },
            axisLine: { lineStyle: { color: off } },
            axisLabel: {
              color: ink,
              fontSize: 11,
              interval: (_index: number, month: string) => month.endsWith('-01') || month === all[0],
              formatter: (month: string) => month.slice(0, 4),
              hideOverlap: true,
            },
          },
          yAxis: {
            type: 'value',
            minInterval: 1,
            splitNumber: 2,
            axisLabel: { color: ink, fontSize: 11 },
            splitLine: { lineStyle: { color: colour('--line') } },
          },
          brush: {
            xAxisIndex: 0,
            brushType: 'lineX',
            brushMode: 'single',
            transformable: true,
            brushStyle: { borderWidth: 1, borderColor: bar, color: colour('--brush') },
            inBrush: { opacity: 1 },
            outOfBrush: { color: off },
            throttleType: 'debounce',
          },
          series: [
            {
              type: 'bar',
              barCategoryGap: '25%',
              barMaxWidth: 22,
              itemStyle: { color: bar, borderRadius: [1, 1, 0, 0] },
              data: all.map((month) => counts.get(month) ?? 0),
            },
          ],
        },
        { replaceMerge: ['series'] },
      );
      chart.current?.dispatchAction({
        type: 'takeGlobalCursor',
        key: 'brush',
        brushOption: { brushType: 'lineX', brushMode: 'single' },
      });
      showChosen();
    };
    // Around whole bars: an area by coordinates would begin and end in the middle of one.
    const showChosen = (): void => {
      const made = chart.current;
      if (!made) return;
      const middle = (bar: number): number => made.convertToPixel({ xAxisIndex: 0 }, bar) as unknown as number;
      const half = all.length > 1 ? (middle(1) - middle(0)) / 2 : 20;
      made.dispatchAction({
        type: 'brush',
        areas: chosen ? [{ brushType: 'lineX', range: [middle(chosen[0]) - half, middle(chosen[1]) + half - 1] }] : [],
      });
    };
    draw();
    const resized = new ResizeObserver(() => {
      chart.current?.resize();
      showChosen();
    });
    if (box.current) resized.observe(box.current);
    const stop = onThemeChange(draw);
    return () => {
      stop();
      resized.disconnect();
    };
  }, [all, counts, months, chosen]);

  useEffect(() => {
    const made = chart.current;
    if (!made) return undefined;
    let down = 0;
    const choose = (a: number, b: number): void => {
      const first = all[Math.max(0, Math.min(a, b))];
      const last = all[Math.min(all.length - 1, Math.max(a, b))];
      if (first && last) onTimes(firstDay(first), lastDay(last));
    };
    const onEnd = (event: unknown): void => {
      const range = (event as { areas?: { range?: number[] }[] }).areas?.[0]?.range;
      if (range?.[0] === undefined || range[1] === undefined) return;
      const [left = 0, right = 0] = [range[0] + 1, range[1] - 1].map(
        (x) => made.convertFromPixel({ xAxisIndex: 0 }, x) as unknown as number,
      );
      choose(left, right);
    };
    const onDown = (event: { offsetX: number }): void => {
      down = event.offsetX;
    };
    const onUp = (event: { offsetX: number; offsetY: number }): void => {
      if (Math.abs(event.offsetX - down) > 3) return;
      const at = made.convertFromPixel({ xAxisIndex: 0 }, event.offsetX) as unknown as number;
      if (Number.isInteger(at) && made.containPixel('grid', [event.offsetX, event.offsetY])) choose(at, at);
    };
    made.on('brushEnd', onEnd);
    made.getZr().on('mousedown', onDown);
    made.getZr().on('mouseup', onUp);
    return () => {
      made.off('brushEnd', onEnd);
      if (made.isDisposed()) return;
      made.getZr().off('mousedown', onDown);
      made.getZr().off('mouseup', onUp);
    };
  }, [all, onTimes]);

  return (
    <>
      <div className="panel-head">
        <h2>{t.timeline.title}</h2>
        <span className="hint">{t.timeline.hint}</span>
        {props.undated > 0 && <span className="hint aside">{t.timeline.undated(props.undated)}</span>}
        {(from ?? to) && (
          <button type="button" className="small" onClick={() => onTimes(null, null)}>
            {t.timeline.all}
          </button>
        )}
      </div>
      <div className="chart" ref={box} data-testid="timeline" />
    </>
  );
}

const total = (months: Month[]): number => months.reduce((sum, month) => sum + month.incidents, 0);
