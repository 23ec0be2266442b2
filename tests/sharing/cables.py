"""A cable between two programs on this computer, which can be cut, or be dark: then nothing comes through or breaks."""

import asyncio
import threading
from contextlib import suppress

HERE = "127.0.0.1"


class Cable:
    """Leads from `address` to `port` on this computer; `seen` is all that went through it."""

    def __init__(self, port: int) -> None:
        self.seen = bytearray()
        self._port = port
        self._is_whole, self._is_dark = True, False
        self._ends: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._is_laid = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()
        self._is_laid.wait()

    @property
    def address(self) -> str:
        return f"{HERE}:{self._listens_at}"

    def cut(self) -> None:
        self._loop.call_soon_threadsafe(self._cut)

    def darken(self) -> None:
        self._is_dark = True

    def mend(self) -> None:
        self._is_whole, self._is_dark = True, False

    def _cut(self) -> None:
        self._is_whole = False
        for end in self._ends:
            end.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._connect, HERE, 0))
        self._listens_at = server.sockets[0].getsockname()[1]
        self._is_laid.set()
        self._loop.run_forever()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._is_whole:
            writer.close()
            return
        try:
            to_reader, to_writer = await asyncio.open_connection(HERE, self._port)
        except OSError:
            writer.close()
            return
        ends = {writer, to_writer}
        self._ends |= ends
        await asyncio.gather(self._carry(reader, to_writer), self._carry(to_reader, writer))
        self._ends -= ends
        for end in ends:
            end.close()

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(1 << 16):
                while self._is_dark:
                    await asyncio.sleep(0.02)
                self.seen += data
                target.write(data)
                await target.drain()
        target.close()
