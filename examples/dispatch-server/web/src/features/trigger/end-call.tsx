import { useMutation } from "@tanstack/react-query";
import { PhoneOff } from "lucide-react";
import { toast } from "sonner";
import { api } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { WebCall } from "./web-call";

export function EndCall({ id, web }: { id: string; web: WebCall }) {
  const end = useMutation({
    mutationFn: async () => {
      if (!(await web.hangUp())) await api.endCall(id);
    },
    onError: (error) =>
      toast.error("The call could not be ended", { description: asProblem(error).message }),
  });
  const busy = end.isPending || end.isSuccess;
  return (
    <button type="button" className="btn btn-danger" disabled={busy} onClick={() => end.mutate()}>
      <PhoneOff aria-hidden="true" className="size-4" />
      {busy ? "Hanging up" : "Hang up"}
    </button>
  );
}
