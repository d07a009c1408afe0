const http = require("http");
const { next } = require("timetable");
http.createServer((question, answer) => answer.end(`next ferry: ${next()} (${process.env.NODE_ENV})\n`)).listen(3000);
