import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";

export function CopyButton({ value, what }: { value: string; what: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      toast.error("The browser refused the clipboard", {
        description: "Select the text and copy it by hand.",
      });
    }
  }

  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      className="btn btn-icon shrink-0"
      onClick={() => void copy()}
      aria-label={copied ? `${what} copied` : `Copy ${what}`}
      title={copied ? "Copied" : "Copy"}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  );
}
