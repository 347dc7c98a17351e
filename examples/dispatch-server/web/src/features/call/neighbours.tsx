import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect } from "react";
import { conversationsQuery } from "@/api/queries";
import { compact, type ConversationSearch } from "@/features/conversations/search";
import { isPlainKey } from "@/lib/keys";

interface Place {
  id: string;
  search: Partial<ConversationSearch>;
}

/** The calls before and after this one in the list it was opened from, across its pages. */
function useNeighbours(id: string, search: ConversationSearch): [Place | null, Place | null] {
  const page = useQuery(conversationsQuery(compact(search)));
  const items = page.data?.items ?? [];
  const at = items.findIndex((item) => item.id === id || item.provider_call_id === id);
  const pages = page.data ? Math.ceil(page.data.total / page.data.limit) : 1;
  const before = { ...search, page: search.page - 1 };
  const after = { ...search, page: search.page + 1 };
  const previousPage = useQuery({
    ...conversationsQuery(compact(before)),
    enabled: at === 0 && search.page > 1,
  });
  const nextPage = useQuery({
    ...conversationsQuery(compact(after)),
    enabled: at >= 0 && at === items.length - 1 && search.page < pages,
  });
  if (at < 0) return [null, null];
  const place = (call: { id: string } | undefined, where: ConversationSearch): Place | null =>
    call ? { id: call.id, search: compact(where) } : null;
  return [
    at > 0
      ? place(items[at - 1], search)
      : place(search.page > 1 ? previousPage.data?.items.at(-1) : undefined, before),
    at < items.length - 1
      ? place(items[at + 1], search)
      : place(search.page < pages ? nextPage.data?.items[0] : undefined, after),
  ];
}

export function Neighbours({ id, search }: { id: string; search: ConversationSearch }) {
  const [previous, next] = useNeighbours(id, search);
  const navigate = useNavigate();
  const previousId = previous?.id;
  const nextId = next?.id;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      const place = event.key === "[" ? previous : event.key === "]" ? next : null;
      if (place) {
        void navigate({ to: "/calls/$id", params: { id: place.id }, search: place.search });
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate, previous, next, previousId, nextId]);
  return (
    <nav aria-label="Calls in the list" className="flex gap-2">
      <Step place={previous} label="Previous call" icon={ChevronLeft} />
      <Step place={next} label="Next call" icon={ChevronRight} />
    </nav>
  );
}

interface StepProps {
  place: Place | null;
  label: string;
  icon: typeof ChevronLeft;
}

function Step({ place, label, icon: Icon }: StepProps) {
  const icon = <Icon aria-hidden="true" className="size-4" />;
  return place ? (
    <Link
      to="/calls/$id"
      params={{ id: place.id }}
      search={place.search}
      className="btn btn-icon"
      aria-label={label}
      title={label}
    >
      {icon}
    </Link>
  ) : (
    <button type="button" disabled className="btn btn-icon" aria-label={label}>
      {icon}
    </button>
  );
}
