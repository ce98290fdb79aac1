import { useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { useCapacity } from '../../api/session.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useRoom } from '../../sync/useRoom.ts'
import { ChooseFile } from './ChooseFile.tsx'
import './File.css'
import { FoundInFile } from './FoundInFile.tsx'
import { useFileWords } from './useFileWords.ts'
import { useReading } from './useReading.ts'

/** Capitals work in Word: what comes back from there is looked at here before anything comes of it. */
export function FilePage() {
  const { declaration = '' } = useParams()
  const { id } = useCapacity()
  const room = useRoom(declaration, id)
  const file = useFileWords()
  return (
    <DeclarationPage title={file.title} room={room} nav>
      {(view) => <FileOf view={view} />}
    </DeclarationPage>
  )
}

function FileOf({ view }: { readonly view: RoomView }) {
  const say = useFileWords()
  const { id: capacity } = useCapacity()
  const { reading, read } = useReading(view.record.declaration.id, capacity)
  return (
    <div className="file-page">
      <header className="file-head">
        <h1>{say.title}</h1>
        <p className="muted">{say.intro}</p>
        <ChooseFile isFirst={reading.is === 'waiting'} onChoose={read} />
        {reading.is === 'waiting' ? null : <p className="file-name">{reading.file.name}</p>}
      </header>
      {reading.is === 'reading' ? <Spinner label={say.reading(reading.file.name)} /> : null}
      {reading.is === 'too long' ? (
        <p className="problem" role="alert">
          {say.tooLong}
        </p>
      ) : null}
      {reading.is === 'refused' ? (
        <Problem failure={reading.failure} onRetry={() => read(reading.file)} />
      ) : null}
      {reading.is === 'read' ? (
        <FoundInFile
          key={reading.file.lastModified + reading.found.issued.act}
          found={reading.found}
          view={view}
          onStale={() => read(reading.file)}
        />
      ) : null}
    </div>
  )
}
