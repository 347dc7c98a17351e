/** Lines worth saying, for whoever plays a driver for the first time. */
export const TRIES = [
  {
    title: "Everything at once",
    line: "I'm on I-80 by Davenport, should be there around four thirty, traffic cost me forty minutes",
  },
  { title: "A correction", line: "no wait, make that five fifteen" },
  { title: "An emergency", line: "I just blew a steer tire and I'm on the shoulder" },
  { title: "A person, please", line: "can I talk to somebody in dispatch" },
  { title: "At the dock", line: "I'm backed into door seventeen, still waiting on the lumper" },
];
