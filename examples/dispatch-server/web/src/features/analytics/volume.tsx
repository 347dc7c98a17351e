import { lazy, Suspense } from "react";
import type { Day } from "@/api/types";
import { Skeleton } from "@/components/skeleton";
import { TableTwin } from "./table-twin";

const VolumeChart = lazy(() => import("./volume-chart"));

export function Volume({ days }: { days: Day[] }) {
  return (
    <TableTwin
      title="Calls by day"
      chart={
        <Suspense fallback={<Skeleton className="h-64 w-full" />}>
          <VolumeChart days={days} />
        </Suspense>
      }
      table={<VolumeTable days={days} />}
    />
  );
}

function VolumeTable({ days }: { days: Day[] }) {
  return (
    <table className="table num">
      <caption className="sr-only">Calls by day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Calls</th>
          <th scope="col">Arrivals</th>
          <th scope="col">Delays</th>
          <th scope="col">Emergencies</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.date}>
            <th scope="row" className="text-left">
              {day.date}
            </th>
            <td>{day.calls}</td>
            <td>{day.arrivals}</td>
            <td>{day.delays}</td>
            <td>{day.emergencies}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
