import { Truck } from "lucide-react";

export function Brand() {
  return (
    <div className="flex items-center gap-2 px-1">
      <span className="inline-flex size-7 items-center justify-center rounded-md bg-accent text-on-accent">
        <Truck aria-hidden="true" className="size-4" />
      </span>
      <span className="font-semibold tracking-tight">Dispatch</span>
    </div>
  );
}
