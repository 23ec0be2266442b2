"""Given names with their short and pet forms: data, and nothing else.

A line is a name in its spellings, and the forms by which people go who have it, all as `comparable` writes them. A form
may stand in several lines: Alex is Alexander or Alexandra. A name's form in another language is another name.
"""

NICKNAMES = tuple(
    frozenset(line.split())
    for line in """
abigail abby abbie gail
abraham abe bram
adrian ade
agnes aggie
albert al bert bertie
alexander alexandre alejandro alessandro aleksander alex alec al sandy sasha xander lex
alexandra aleksandra alessandra alex sandra sandy sasha lexi
alfred al alf alfie fred freddie
alison allison ali allie
amanda mandy
andrew andy drew
andreas andi
angela angie
anthony antony tony ant
antonio toni tonio
antonia toni tonia
arthur art artie
barbara babs barb barbie
beatrice beatrix beatriz bea bee trixie
benjamin ben benny benji
bernard bernie
catherine katherine kathryn katharine cathy kathy kate katie kat kitty
charles charlie chuck chas
charlotte charlie lottie
christina christine kristina chris chrissie tina
christian chris
christopher christoph kristoffer chris kit topher
cynthia cindy
daniel dan danny dani
daniela daniella dani
david dave davy
deborah debra deb debbie
diana diane di
dmitri dmitry dimitri dima mitya
dominic dominik dom nick
donald don donnie
dorothy dorothea dot dottie dolly dora thea
douglas doug
edward ed eddie ted teddy ned
eduardo edu lalo
eleanor elinor ellie nell nora
elizabeth elisabeth liz lizzie beth betty betsy bess eliza elsa lisa libby lise
emily em emmy
eugene gene zhenya
evelyn eve evie
florence flo florrie
frances francesca fran franny
francis frank fran
francisco francesco paco pancho franco
franziska franzi
frederick friedrich fred freddie fritz
gabriel gabe gabi
gabriela gabriele gabrielle gabi gaby
gerald gerard gerry jerry
georgina georgia georgie gina
giovanni gianni vanni
giuseppe beppe peppe
gregory gregor greg
harold harry hal
harriet hattie
helena helene lena nell
henry harry hank hal
heinrich heinz heiner
herbert herb bert
hubert bert
ignacio nacho
isaac ike zac
isabella isabelle isabel bella izzy
jacob jakob jake
jacqueline jackie jacqui
james jim jimmy jamie jem
jeffrey geoffrey jeff geoff
jennifer jen jenny
jeremy jerry jem
jessica jess jessie
joanna joanne johanna jo hanna
johannes hannes hans
john johnny jack
jonathan jon jonny
jose pepe
joseph josef joe joey jo
josephine josefine jo josie fina
joshua josh
judith judy judi
julia jule jules
julian jules
kenneth ken kenny
kimberly kimberley kim
konstantin constantin kostya costa
laura lori laurie
lawrence laurence larry laurie
leonard leonhard len lenny leo
louis lewis lou
louise luise lou
lucas lukas luca luke
lyudmila ludmila lyuda mila
madeleine madeline maddie
magdalena magda lena
manuel manny manolo
margaret margarete margarita maggie meg peggy marge margie madge greta gretchen rita
maria mary mia mimi molly polly mariechen
martha marty
martin marty
matthew matthias mateo matt matze
maximilian max
megan meghan meg
melanie mel melly
melissa mel lissa
michael michel mikhail mike mick mickey micky mitch misha michi
michelle shelly chelle
mohammed muhammad mohamed mohammad muhammed mo
monica monika moni
natalie nathalie nat
natalia natalya natasha nat
nathaniel nathan nat nate
nicholas nicolas nikolas nick nicky nico
nikolaus klaus niklas
nikolai nikolay kolya
nicole nicola nicky nikki
olga olya
oliver olli ollie
olivia liv livvy
pamela pam
patricia pat patty trish tricia
patrick pat paddy
penelope penny
peter pete
philip phillip philipp phil pip
rachel rachael rae
raphael rafael rafe rafa
raymond ray
rebecca rebekah becky becca
reginald reg reggie
richard rick ricky rich richie dick
robert rob robbie robby bob bobby bert
roberta bobbie
robin rob
roger rodge
ronald ron ronnie
rosalind ros
rosemary rose rosie
rudolf rudolph rudi rudy
samantha sam sammy
samuel sam sammy
sarah sara sally
sebastian seb basti
sergei sergey serge seryozha
sofia sophia sophie
stephanie stefanie steph steffi
stephen steven steve stevie
stefan stephan steff
susan susanna susannah suzanne susanne sue susie suzy
svetlana sveta
tatiana tatyana tatjana tanya tania tanja
terence terrence terry
theodore theodor theo ted teddy
theresa teresa terry tess resi
thomas tom tommy
timothy tim timmy
tobias toby tobi
ulrich uli
ursula uschi
valentina valya tina
valerie valeria val
veronica veronika ronnie vroni
victor viktor vic
victoria viktoria vicky vicki tori
vincent vince vinnie
virginia ginny
vladimir wladimir vova volodya vlad
walter walt wally
wilhelm willi willy
wilhelmina wilma mina minnie
william will willy bill billy liam
winifred winnie
wolfgang wolf
xavier javier xavi javi
yevgeny evgeny zhenya
zachary zach zack zac
""".strip().splitlines()
)
