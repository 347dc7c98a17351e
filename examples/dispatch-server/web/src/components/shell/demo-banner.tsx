import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import { infoQuery } from "@/api/queries";

export function DemoBanner() {
  const { data } = useQuery(infoQuery);
  if (data?.mode !== "demo") return null;
  return (
    <div className="flex items-start gap-2 border-b border-line bg-info-soft px-4 py-1.5 text-info sm:px-6 lg:px-8">
      <FlaskConical aria-hidden="true" className="mt-[3px] size-4 shrink-0" />
      <p>
        <strong className="font-semibold">Simulator: no real calls are placed.</strong>{" "}
        <Link to="/agents" hash="demo" className="underline underline-offset-3">
          What this means
        </Link>
      </p>
    </div>
  );
}
