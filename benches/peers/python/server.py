"""A custom-LLM server on FastAPI that answers every request with one sentence: what the framework and the language
cost, without a model. Usage: uvicorn server:app --host 127.0.0.1 --port PORT --log-level warning
"""

import asyncio
from contextlib import suppress

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

GREETING = "How may I help you?"
REPLY = "I am sorry, can you say that again?"

app = FastAPI()


def say(response_id, content):
    return {
        "response_type": "response",
        "response_id": response_id,
        "content": content,
        "content_complete": True,
        "end_call": False,
    }


@app.websocket("/llm-websocket/{call_id}")
async def call(socket: WebSocket, call_id: str):
    await socket.accept()
    newest = 0

    async def send(message):
        # Whoever has hung up does not wait for an answer.
        with suppress(WebSocketDisconnect):
            await socket.send_json(message)

    async def handle(request):
        nonlocal newest
        kind = request["interaction_type"]
        if kind == "call_details":
            await send(say(0, GREETING))
        elif kind == "ping_pong":
            await send({"response_type": "ping_pong", "timestamp": request["timestamp"]})
        elif kind in ("response_required", "reminder_required"):
            newest = request["response_id"]
            # A newer request may have come while this one was thought about.
            if request["response_id"] >= newest:
                await send(say(request["response_id"], REPLY))

    try:
        await socket.send_json(
            {"response_type": "config", "config": {"auto_reconnect": True, "call_details": True}}
        )
        tasks = set()
        async for request in socket.iter_json():
            task = asyncio.create_task(handle(request))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
    except WebSocketDisconnect:
        pass
