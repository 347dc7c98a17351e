// A custom-LLM server on express-ws that answers every request with one sentence: what the framework and the
// language cost, without a model. Usage: node server.js PORT

const express = require("express");
const expressWs = require("express-ws");

const GREETING = "How may I help you?";
const REPLY = "I am sorry, can you say that again?";

const { app } = expressWs(express());

app.ws("/llm-websocket/:call_id", (socket) => {
  const send = (frame) => socket.send(JSON.stringify(frame));
  const say = (responseId, content) =>
    send({
      response_type: "response",
      response_id: responseId,
      content,
      content_complete: true,
      end_call: false,
    });

  send({ response_type: "config", config: { auto_reconnect: true, call_details: true } });

  socket.on("error", () => socket.terminate());
  socket.on("message", (data, isBinary) => {
    if (isBinary) {
      socket.close(1007);
      return;
    }
    const request = JSON.parse(data.toString());
    switch (request.interaction_type) {
      case "call_details":
        say(0, GREETING);
        break;
      case "ping_pong":
        send({ response_type: "ping_pong", timestamp: request.timestamp });
        break;
      case "response_required":
      case "reminder_required":
        say(request.response_id, REPLY);
        break;
    }
  });
});

app.listen(Number(process.argv[2]), "127.0.0.1");
